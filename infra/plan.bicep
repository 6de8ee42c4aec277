@description('Name of the plan.')
@minLength(1)
@maxLength(60)
param name string

@description('Region. It must offer Flex Consumption.')
param location string

@description('Tags of every resource.')
param tags object

@description('Spreads instances over zones. Not every region can, and it can only be chosen at creation.')
param zoneRedundant bool

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
    zoneRedundant: zoneRedundant
  }
}

@description('Resource id of the plan.')
output id string = plan.id
