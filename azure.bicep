targetScope = 'subscription'

@description('Name of the azd environment: part of names and of the tag that azd finds resources by.')
@minLength(1)
@maxLength(64)
param environmentName string

@description('Region of every resource. It must offer Flex Consumption.')
@minLength(1)
@metadata({ azd: { type: 'location' } })
param location string

@description('How copies of orders are spread: within a building, over zones, or over regions too.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS'])
param storageRedundancy string = 'Standard_ZRS'

@description('Spreads instances over zones, where the region can. Chosen at creation.')
param zoneRedundant bool = false

@description('Forbids for good that deleted keys are purged early. It cannot be turned off again.')
param purgeProtection bool = false

@description('Days that a deleted vault or key can be recovered. Chosen at creation.')
@minValue(7)
@maxValue(90)
param softDeleteDays int = 90

@description('Writes each use of the vault to Log Analytics.')
param vaultAudit bool = true

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('Most GB of logs a day; -1 sets no limit.')
@minValue(-1)
@maxValue(1000)
param logDailyQuotaGb int = -1

@description('The most instances that may run at once.')
@minValue(40)
@maxValue(1000)
param maximumInstances int = 100

@description('Memory of one instance, in MB.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('HTTP calls that one instance serves at once.')
@minValue(1)
@maxValue(1000)
param httpConcurrency int = 50

@description('Instances that stay warm for HTTP calls. 0 scales to nothing.')
@minValue(0)
@maxValue(100)
param alwaysReadyHttp int = 0

@description('The address that others see, such as https://pay.example.com. Empty: the host name of the app.')
@maxLength(256)
param publicUri string = ''

var serviceName = 'gateway'
var suffix = uniqueString(subscription().id, environmentName, location)
var tags = { 'azd-env-name': environmentName }
var gatewayKey = 'gateway'
var alipayKey = 'alipay-main'

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'infra/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: 'id-${suffix}'
    location: location
    tags: tags
  }
}

module telemetry 'infra/telemetry.bicep' = {
  name: 'telemetry'
  scope: group
  params: {
    workspaceName: 'log-${suffix}'
    componentName: 'appi-${suffix}'
    location: location
    tags: tags
    retentionDays: logRetentionDays
    dailyQuotaGb: logDailyQuotaGb
  }
}

module storage 'infra/storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    name: 'st${suffix}'
    location: location
    tags: tags
    redundancy: storageRedundancy
    deploymentContainer: 'packages'
  }
}

module vault 'infra/vault.bicep' = {
  name: 'vault'
  scope: group
  params: {
    name: 'kv-${suffix}'
    location: location
    tags: tags
    signingKeys: [gatewayKey, alipayKey]
    keyLifetimeDays: 730
    keyExpiryNoticeDays: 30
    purgeProtection: purgeProtection
    softDeleteDays: softDeleteDays
    audit: vaultAudit
    workspaceId: telemetry.outputs.workspaceId
  }
}

module roles 'infra/roles.bicep' = {
  name: 'roles'
  scope: group
  params: {
    principalId: identity.outputs.principalId
    storageName: storage.outputs.name
    vaultName: vault.outputs.name
    componentName: telemetry.outputs.componentName
  }
}

module plan 'infra/plan.bicep' = {
  name: 'plan'
  scope: group
  params: {
    name: 'plan-${suffix}'
    location: location
    tags: tags
    zoneRedundant: zoneRedundant
  }
}

module app 'infra/app.bicep' = {
  name: 'app'
  scope: group
  // The host reads its package and its locks by identity as soon as it starts.
  dependsOn: [roles]
  params: {
    name: 'pay-${suffix}'
    location: location
    tags: tags
    serviceName: serviceName
    planId: plan.outputs.id
    identity: {
      id: identity.outputs.id
      clientId: identity.outputs.clientId
    }
    scale: {
      maximumInstances: maximumInstances
      memoryMB: instanceMemoryMB
      httpConcurrency: httpConcurrency
      alwaysReadyHttp: alwaysReadyHttp
    }
    storageName: storage.outputs.name
    blobUri: storage.outputs.blobUri
    queueUri: storage.outputs.queueUri
    tableUri: storage.outputs.tableUri
    deploymentContainer: storage.outputs.deploymentContainer
    vaultUri: vault.outputs.uri
    signingKey: gatewayKey
    publicUri: publicUri
    telemetryConnectionString: telemetry.outputs.connectionString
  }
}

@description('The resource group of this environment.')
output AZURE_RESOURCE_GROUP string = group.name

@description('Where merchants, payers and channels find the gateway.')
output GATEWAY_URI string = app.outputs.gatewayUri

@description('Where the vault answers.')
output KEY_VAULT_URI string = vault.outputs.uri

@description('Name of the vault.')
output KEY_VAULT_NAME string = vault.outputs.name

@description('Name of the function app: its keys open the operator\'s calls.')
output FUNCTION_APP_NAME string = app.outputs.name
