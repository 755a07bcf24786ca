using Infra;
using Pulumi;

return await Deployment.RunAsync(() => Environments.Declare(StackSettings.Load(), preview: Deployment.Instance.IsDryRun));
