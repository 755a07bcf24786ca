return await Engine.Commands.EngineCommand.RunAsync(args);
