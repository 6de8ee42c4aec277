import { Redundancy } from 'types.bicep'

@description('Name of the account: lower-case letters and digits, unique in the world.')
@minLength(3)
@maxLength(24)
param name string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

@description('How copies of the data are spread.')
param redundancy Redundancy

@description('Container of the packages that are deployed.')
@minLength(3)
@maxLength(63)
param deploymentContainer string

var queueNames = [
  'batches'
  'batches-poison'
  'merchant-notices'
  'merchant-notices-poison'
  'movements'
  'movements-poison'
  'reconciliations'
  'reconciliations-poison'
]

var tableNames = [
  'accounts'
  'applications'
  'batches'
  'clearings'
  'consolesessions'
  'deadletters'
  'journal'
  'orders'
  'reconciliations'
  'refundnumbers'
  'verifications'
  'walletlogins'
]

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: redundancy
  }
  properties: {
    accessTier: 'Hot'
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    // Identities only: a leaked account key would be a key to the books.
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    isLocalUserEnabled: false
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' existing = {
  parent: account
  name: 'default'
}

resource queues 'Microsoft.Storage/storageAccounts/queueServices@2024-01-01' existing = {
  parent: account
  name: 'default'
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices@2024-01-01' existing = {
  parent: account
  name: 'default'
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = {
  parent: blobs
  name: deploymentContainer
  properties: {
    publicAccess: 'None'
  }
}

resource queue 'Microsoft.Storage/storageAccounts/queueServices/queues@2024-01-01' = [for queueName in queueNames: {
  parent: queues
  name: queueName
}]

resource table 'Microsoft.Storage/storageAccounts/tableServices/tables@2024-01-01' = [for tableName in tableNames: {
  parent: tables
  name: tableName
}]

@description('Name of the account.')
output name string = account.name

@description('Where blobs answer, with a slash at the end.')
output blobUri string = account.properties.primaryEndpoints.blob

@description('Where queues answer, with a slash at the end.')
output queueUri string = account.properties.primaryEndpoints.queue

@description('Where tables answer, with a slash at the end.')
output tableUri string = account.properties.primaryEndpoints.table

@description('Container of the packages that are deployed.')
output deploymentContainer string = container.name
