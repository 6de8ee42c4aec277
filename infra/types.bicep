@export()
@description('How far the app may grow, and how much of it stays warm.')
type Scale = {
  @description('The most instances that may run at once: a limit on cost and on calls to the vault.')
  @minValue(40)
  @maxValue(1000)
  maximumInstances: int

  @description('Memory of one instance, in MB. Flex Consumption offers these three sizes.')
  memoryMB: 512 | 2048 | 4096

  @description('HTTP calls that one instance serves at once before another is started.')
  @minValue(1)
  @maxValue(1000)
  httpConcurrency: int

  @description('Instances that stay warm for HTTP calls, paid for while idle. 0 scales to nothing.')
  @minValue(0)
  @maxValue(100)
  alwaysReadyHttp: int
}

@export()
@description('The identity that the app runs as.')
type AppIdentity = {
  @description('The resource id of the user-assigned identity.')
  id: string

  @description('Its client id: what a token request names.')
  @minLength(36)
  @maxLength(36)
  clientId: string
}

@export()
@description('How copies of the stored data are spread. Zone-redundant survives the loss of a data centre.')
type Redundancy = 'Standard_LRS' | 'Standard_ZRS' | 'Standard_GZRS'
