namespace Components.Platform;

/// <summary>What a cluster can have besides what it needs to work; installed and kept up by EKS.</summary>
public enum AddOn
{
    /// <summary>CPU and memory figures, for autoscalers and <c>kubectl top</c>. Without it no autoscaler works.</summary>
    MetricsServer,

    /// <summary>Logs, metrics and traces in CloudWatch.</summary>
    Observability,

    /// <summary>DNS names for Services and Ingresses, in the stack's zone.</summary>
    ExternalDns,

    /// <summary>Certificates made inside the cluster.</summary>
    CertManager,

    /// <summary>Secrets of AWS Secrets Manager as files in pods. Without it no pod that mounts such starts.</summary>
    SecretsStore,
}
