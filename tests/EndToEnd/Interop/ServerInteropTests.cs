using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Protocol;
using Pulumirpc;

namespace EndToEnd.Tests.Interop;

/// <summary>Our gRPC server as a provider that the real CLI attaches to: the client is grpc-go.</summary>
public sealed class ServerInteropTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("interop-").FullName;

    [SkippableFact]
    public async Task The_real_engine_imports_through_our_server()
    {
        Tools.Require("pulumi");
        var big = new string('x', 5 * 1024 * 1024);
        var calls = new ConcurrentQueue<string>();
        await using var server = Provider(calls, request => Task.FromResult(
                new ReadResponse
                {
                    Id = request.Id,
                    Properties = new Struct
                    {
                        Fields =
                        {
                            ["keepers"] = Value.ForStruct(new Struct { Fields = { ["big"] = Value.ForString(big) } }),
                            ["deep"] = Nested(60),
                        },
                    },
                    Inputs = new Struct { Fields = { ["length"] = Value.ForNumber(2) } },
                }
            ));
        await server.StartAsync();

        var shell = Project(server);
        shell.Run("pulumi", Import).ShouldSucceed();

        calls.ShouldContain("Read");
        shell.Run("pulumi", "stack", "export").ShouldSucceed().Output.ShouldContain(big);
    }

    [SkippableFact]
    public async Task An_error_of_our_server_is_what_the_user_of_the_real_engine_reads()
    {
        Tools.Require("pulumi");
        await using var server = Provider([], _ => throw new Google.Rpc.Status
            {
                Code = (int)StatusCode.NotFound,
                Message = "there is no pet 'größer' at 100 %",
                Details = { Any.Pack(new ErrorCause { Message = "cause" }) },
            }.ToRpcException());
        await server.StartAsync();

        var outcome = Project(server).Run("pulumi", Import).ShouldFail();

        outcome.All.ShouldContain("there is no pet 'größer' at 100 %");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string[] Import =>
        [
            "import",
            "random:index/randomPet:RandomPet",
            "pet",
            "some-pet",
            "--yes",
            "--generate-code=false",
            "--non-interactive",
            "--color",
            "never",
        ];

    // CheckConfig, DiffConfig and all else are not served: the engine takes UNIMPLEMENTED for "nothing to say".
    private static GrpcServer Provider(ConcurrentQueue<string> calls, Func<ReadRequest, Task<ReadResponse>> read)
    {
        var server = new GrpcServer();
        server.Handle(ResourceProviderService.Handshake, (_, _) =>
            Task.FromResult(new ProviderHandshakeResponse { AcceptSecrets = true, AcceptResources = true })
        );
        server.Handle(ResourceProviderService.Attach, (_, _) => Task.FromResult(new Empty()));
        server.Handle(ResourceProviderService.GetPluginInfo, (_, _) => Task.FromResult(new PluginInfo { Version = "4.21.2" }));
        server.Handle(ResourceProviderService.Configure, (_, _) => Task.FromResult(
                new ConfigureResponse
                {
                    AcceptSecrets = true,
                    SupportsPreview = true,
                    AcceptResources = true,
                }
            ));
        server.Handle(ResourceProviderService.Check, (request, _) => Task.FromResult(new CheckResponse { Inputs = request.News }));
        server.Handle(ResourceProviderService.Diff, (_, _) =>
            Task.FromResult(new DiffResponse { Changes = DiffResponse.Types.DiffChanges.DiffNone })
        );
        server.Handle(ResourceProviderService.Read, (request, _) =>
        {
            calls.Enqueue("Read");
            return read(request);
        });
        return server;
    }

    private Shell Project(GrpcServer server)
    {
        File.WriteAllText(Path.Combine(folder, "Pulumi.yaml"), "name: interop\nruntime: dotnet\n");
        var shell = new Shell(
            folder,
            new Dictionary<string, string?>
            {
                ["PULUMI_BACKEND_URL"] = $"file://{folder}",
                ["PULUMI_CONFIG_PASSPHRASE"] = "",
                ["PULUMI_DEBUG_PROVIDERS"] = $"random:{server.Port}",
            }
        );
        shell.Run("pulumi", "stack", "init", "dev").ShouldSucceed();
        return shell;
    }

    private static Value Nested(int depth)
    {
        var value = Value.ForString("core");
        for (var i = 0; i < depth; i++)
        {
            value = Value.ForStruct(new Struct { Fields = { ["in"] = value } });
        }
        return value;
    }
}
