using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Components.Data;

/// <summary>A certificate and its key, as PEM.</summary>
/// <param name="Certificate">The certificate.</param>
/// <param name="Key">The key.</param>
internal sealed record CertificatePair(string Certificate, string Key)
{
    public static CertificatePair Generate(IReadOnlyList<string> hosts, TimeSpan validity)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={hosts[0]}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in hosts)
        {
            names.AddDnsName(host);
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(
            new X509BasicConstraintsExtension(
                certificateAuthority: true,
                hasPathLengthConstraint: false,
                pathLengthConstraint: 0,
                critical: true
            )
        );
        var now = DateTimeOffset.UtcNow;
        using var certificate = request.CreateSelfSigned(now.AddHours(-1), now + validity);
        return new(certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }
}
