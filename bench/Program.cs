using Bench;

return args switch
{
    ["startup", var program, .. var rest] => await Startup.RunAsync(program, Runs(rest)),
    ["preview", .. var rest] => Preview.Run(Runs(rest)),
    ["rendered", .. var rest] => Objects.Rendered(Runs(rest)),
    ["cluster", var kubeconfig, .. var rest] => Objects.OnCluster(kubeconfig, Runs(rest)),
    _ => Usage(),
};

static int Runs(string[] rest) => rest is [var runs] && int.TryParse(runs, out var count) && count > 0 ? count : 10;

static int Usage()
{
    Console.Error.WriteLine(
        """
        bench startup PROGRAM.dll [RUNS]   process start to first call, stack, last call; against an engine that answers at once
        bench preview [RUNS]               warm preview of the stack local: embedded engine, real CLI (pulumi on PATH)
        bench rendered [RUNS]              500 to 10,000 objects rendered to a folder: first and unchanged up, slope
        bench cluster KUBECONFIG [RUNS]    503 objects on a cluster: preview, up, unchanged up, destroy
        """
    );
    return 2;
}
