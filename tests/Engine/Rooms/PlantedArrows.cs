// Arrows of each form, from Below to Above.
using Engine.Tests.Planted.Above;

namespace Engine.Tests.Planted.Above
{
    internal class Upper
    {
        public static int Number() => 1;
    }
}

namespace Engine.Tests.Planted.Below
{
    internal static class ByBody
    {
        public static object Make() => new Upper();
    }

    internal static class ByGenericArgument
    {
        public static object Make() => Enumerable.Empty<List<Upper>>();
    }

    internal static class ByAsyncLambda
    {
        public static Func<Task> Make() =>
            async () =>
            {
                await Task.Yield();
                _ = Upper.Number();
            };
    }

    internal sealed class ByBase : Upper;

    internal static class ByTypeOf
    {
        public static Type Make() => typeof(Upper);
    }

    internal static class ByCall
    {
        public static int Make() => Upper.Number();
    }
}
