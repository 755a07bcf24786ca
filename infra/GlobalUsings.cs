global using Components.Data;
global using Components.Platform;
global using Components.Pods;
global using Components.Routes;
global using Components.Targets;
global using Components.Values;
global using Components.Workloads;
