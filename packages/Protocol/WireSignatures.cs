namespace Pulumi.Protocol;

/// <summary>Strings that mark special values inside google.protobuf.Struct.</summary>
public static class WireSignatures
{
    /// <summary>The key whose value says what kind of special object a Struct is.</summary>
    public const string Key = "4dabf18193072939515e22adb298388d";

    /// <summary><see cref="Key"/> of a secret: member <c>value</c>.</summary>
    public const string Secret = "1b47061264138c4ac30d75fd1eb44270";

    /// <summary><see cref="Key"/> of an asset: <c>hash</c>, and one of <c>text</c>, <c>path</c>, <c>uri</c>.</summary>
    public const string Asset = "c44067f5952c0a294b673a41bacd8c17";

    /// <summary><see cref="Key"/> of an archive: <c>hash</c>, and one of <c>assets</c>, <c>path</c>, <c>uri</c>.</summary>
    public const string Archive = "0def7320c3a5731c473e5ecbe6d01bc7";

    /// <summary><see cref="Key"/> of a resource reference: <c>urn</c>, and <c>id</c> unless it is a component.</summary>
    public const string ResourceReference = "5cf8f73096256a8f31e491e813e4eb8e";

    /// <summary><see cref="Key"/> of an output value: <c>value</c> (absent: unknown), <c>secret</c>, <c>dependencies</c>.</summary>
    public const string OutputValue = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

    /// <summary><see cref="Key"/> of a byte string: <c>value</c> in base64.</summary>
    public const string ByteString = "803fd3297a5875dc03ca845dda5d2a98";

    /// <summary><see cref="Key"/> of a number that JSON has no form for; in checkpoints only.</summary>
    public const string NonFiniteFloat = "8ad145fe-0d11-4827-bfd7-1abcbf086f5c";

    /// <summary>A value that is not known yet, of any type; the only such mark that programs send.</summary>
    public const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    /// <summary>A bool that is not known yet.</summary>
    public const string UnknownBool = "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7";

    /// <summary>A number that is not known yet.</summary>
    public const string UnknownNumber = "3eeb2bf0-c639-47a8-9e75-3b44932eb421";

    /// <summary>An array that is not known yet.</summary>
    public const string UnknownArray = "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2";

    /// <summary>An asset that is not known yet.</summary>
    public const string UnknownAsset = "030794c1-ac77-496b-92df-f27374a8bd58";

    /// <summary>An archive that is not known yet.</summary>
    public const string UnknownArchive = "e48ece36-62e2-4504-bad9-02848725956a";

    /// <summary>An object that is not known yet.</summary>
    public const string UnknownObject = "dd056dcd-154b-4c76-9bd3-c8f88648b5ff";
}
