using Engine.Contract;
using Engine.Planning;
using Engine.Values;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Protocol;
using Pulumirpc;

namespace Engine.Server;

/// <summary>The Engine service: messages of the program, and which Pulumi it needs.</summary>
internal sealed class EngineEndpoints(ProgramSession session)
{
    private string _root = "";

    public GrpcServer Serve(GrpcServer server) =>
        server
            .Handle(EngineService.Log, (request, _) =>
            {
                session.Log((Severity)(int)request.Severity, request.Message, Urn.Parse(request.Urn), request.StreamId, request.Ephemeral);
                return Task.FromResult(new Empty());
            })
            .Handle(EngineService.GetRootResource, (_, _) => Task.FromResult(new GetRootResourceResponse { Urn = _root }))
            .Handle(EngineService.SetRootResource, (request, _) =>
            {
                _root = request.Urn;
                return Task.FromResult(new SetRootResourceResponse());
            })
            .Handle(EngineService.RequirePulumiVersion, (request, _) =>
            {
                if (!VersionRange.Parse(request.PulumiVersionRange).Contains(PulumiVersion.Current))
                {
                    throw new RpcException(
                        new Status(
                            StatusCode.FailedPrecondition,
                            $"the program requires Pulumi {request.PulumiVersionRange}; the embedded engine does what Pulumi "
                                + $"{PulumiVersion.Current} does. Run this stack with the Pulumi CLI, or widen the range"
                        )
                    );
                }

                return Task.FromResult(new RequirePulumiVersionResponse());
            });
}
