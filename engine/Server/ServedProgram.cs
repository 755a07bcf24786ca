using Engine.Execution;
using Engine.Planning;
using Pulumi.Protocol;

namespace Engine.Server;

/// <summary>A program in a process of its own, which talks to the session over gRPC.</summary>
internal sealed class ServedProgram(IProgram program) : IProgramRunner
{
    public async Task<ProgramExit> RunAsync(ProgramSession session, CancellationToken cancellation)
    {
        using var callbacks = new CallbackChannels();
        await using var server = new GrpcServer();
        new ResourceMonitorEndpoints(session, callbacks).Serve(server);
        new EngineEndpoints(session).Serve(server);
        await server.StartAsync(cancellation);
        session.MonitorAddress = server.Address;
        return await program.RunAsync(
            new ProgramStart(server.Address, server.Address, session.Options.Preview, session.Options.Parallel),
            cancellation
        );
    }
}
