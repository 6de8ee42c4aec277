import { AppIdentity, Scale } from 'types.bicep'

@description('Name of the app, unique in the world: it becomes a host name.')
@minLength(2)
@maxLength(60)
param name string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

@description('The name of this service in azure.yaml.')
param serviceName string

@description('Resource id of the plan.')
param planId string

@description('The identity that the app runs as.')
param identity AppIdentity

@description('How far the app may grow.')
param scale Scale

@description('Name of the storage account.')
param storageName string

@description('Where blobs answer, with a slash at the end.')
param blobUri string

@description('Where queues answer.')
param queueUri string

@description('Where tables answer.')
param tableUri string

@description('Container that the deployed package lies in.')
param deploymentContainer string

@description('Where the vault answers.')
param vaultUri string

@description('The vault key that signs what the gateway says to merchants.')
param signingKey string

@description('The address that payers, merchants and channels see. Empty: the host name of the app.')
@maxLength(256)
param publicUri string

@description('Where telemetry is sent.')
param telemetryConnectionString string

var ownUri = 'https://${name}.azurewebsites.net'
var gatewayUri = empty(publicUri) ? ownUri : publicUri

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  kind: 'functionapp,linux'
  tags: union(tags, { 'azd-service-name': serviceName })
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: planId
    httpsOnly: true
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${blobUri}${deploymentContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identity.id
          }
        }
      }
      scaleAndConcurrency: {
        maximumInstanceCount: scale.maximumInstances
        instanceMemoryMB: scale.memoryMB
        alwaysReady: scale.alwaysReadyHttp == 0 ? [] : [
          {
            name: 'http'
            instanceCount: scale.alwaysReadyHttp
          }
        ]
        triggers: {
          http: {
            perInstanceConcurrency: scale.httpConcurrency
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      appSettings: [
        { name: 'AzureWebJobsStorage__accountName', value: storageName }
        { name: 'AzureWebJobsStorage__credential', value: 'managedidentity' }
        { name: 'AzureWebJobsStorage__clientId', value: identity.clientId }
        { name: 'AZURE_CLIENT_ID', value: identity.clientId }
        { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: telemetryConnectionString }
        {
          name: 'APPLICATIONINSIGHTS_AUTHENTICATION_STRING'
          value: 'ClientId=${identity.clientId};Authorization=AAD'
        }
        { name: 'Storage__TableServiceUri', value: tableUri }
        { name: 'Storage__QueueServiceUri', value: queueUri }
        { name: 'Keys__VaultUri', value: vaultUri }
        { name: 'Keys__SigningKey', value: signingKey }
        { name: 'Gateway__PublicUri', value: gatewayUri }
      ]
    }
  }
}

@description('Name of the app.')
output name string = app.name

@description('Where merchants, payers and channels find the gateway.')
output gatewayUri string = gatewayUri
