@description('Name of the vault, unique in the world.')
@minLength(3)
@maxLength(24)
param name string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Names of the RSA keys that sign. A key that exists is left as it is.')
@minLength(1)
@maxLength(20)
param signingKeys string[]

@description('Days from a rotation until the new version of a key expires.')
@minValue(90)
@maxValue(1825)
param keyLifetimeDays int

@description('Days before a version expires that the vault raises its near-expiry event.')
@minValue(7)
@maxValue(60)
param keyExpiryNoticeDays int

@description('Forbids, for good, that a deleted vault or key is purged before its retention ends.')
param purgeProtection bool

@description('Days that a deleted vault or key can be recovered.')
@minValue(7)
@maxValue(90)
param softDeleteDays int

@description('Writes each use of the vault to the workspace.')
param audit bool

@description('Resource id of the workspace that takes the audit log.')
param workspaceId string

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: softDeleteDays
    // The service refuses `false`: protection is on, or it is not mentioned.
    enablePurgeProtection: purgeProtection ? true : null
    enabledForDeployment: false
    enabledForDiskEncryption: false
    enabledForTemplateDeployment: false
  }
}

// Only signing is allowed, and no caller can read the private half. Rotation is announced, not
// done: a channel or a merchant must know the new public key before it signs.
resource key 'Microsoft.KeyVault/vaults/keys@2024-11-01' = [for keyName in signingKeys: {
  parent: vault
  name: keyName
  tags: tags
  properties: {
    kty: 'RSA'
    keySize: 2048
    keyOps: [
      'sign'
      'verify'
    ]
    attributes: {
      enabled: true
      exportable: false
    }
    rotationPolicy: {
      attributes: {
        expiryTime: 'P${keyLifetimeDays}D'
      }
      lifetimeActions: [
        {
          trigger: {
            timeBeforeExpiry: 'P${keyExpiryNoticeDays}D'
          }
          action: {
            type: 'notify'
          }
        }
      ]
    }
  }
}]

resource auditLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (audit) {
  name: 'audit'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        categoryGroup: 'audit'
        enabled: true
      }
    ]
  }
}

@description('Name of the vault.')
output name string = vault.name

@description('Where the vault answers, with a slash at the end.')
output uri string = vault.properties.vaultUri
