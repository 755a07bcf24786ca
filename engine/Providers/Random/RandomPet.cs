using Engine.Contract;
using Engine.Events;
using Engine.Values;

namespace Engine.Providers.Random;

/// <summary>RandomPet: a name that people can say, for example <c>gladly-quiet-heron</c>.</summary>
internal sealed class RandomPet : RandomKind
{
    private static readonly string[] Adverbs = Words(
        """
        ably aptly barely boldly briefly brightly calmly clearly closely coolly daily dearly deeply duly early easily evenly fairly firmly fondly
        freely freshly fully gently gladly greatly happily highly hourly jointly justly keenly kindly largely lately lightly likely loosely loudly
        mainly mildly mostly namely nearly neatly newly nicely openly partly plainly purely quickly quietly rapidly rarely readily really richly
        rightly safely sharply shortly simply slowly smoothly softly solely soundly steadily strongly surely swiftly tightly truly usually vastly
        warmly weekly widely wisely
        """
    );

    private static readonly string[] Adjectives = Words(
        """
        able agile alert amber apt autumn azure bold brave bright brisk calm careful cheerful civil clean clear clever cool coral cosmic crisp curious
        daring deep eager early easy elegant even fair fancy fast fine firm fleet fond frank free fresh gentle glad golden good grand great happy
        hardy hearty helpful honest humble ideal jolly just keen kind large lasting light lively logical loyal lucid lucky lunar mellow merry mighty
        modest neat nimble noble novel patient peaceful polite prime proper proud quick quiet rapid rare ready robust round sharp shining simple
        smart smooth social solid sound steady strong sturdy sunny super swift tidy tough true trusty upright valid vast vivid warm wise witty worthy
        """
    );

    private static readonly string[] Animals = Words(
        """
        adder albatross ant antelope badger barnacle bat bear beaver bee beetle bison bobcat buffalo bunny camel caribou cat chamois cheetah chicken
        chipmunk cobra cod condor cougar cow coyote crab crane cricket crow deer dingo dodo dog dolphin donkey dove dragonfly duck eagle eel elephant
        elk emu falcon fawn ferret finch firefly fish flamingo fox frog gannet gazelle gecko gibbon giraffe goat goose gopher grouse gull hare hawk
        hedgehog heron herring hippo hornet horse ibex ibis iguana jackal jaguar jay kangaroo kestrel kite kiwi koala lark lemming lemur leopard
        lion lizard llama lobster lynx macaw magpie mammoth marmot marten mink mole moose mouse mule newt octopus okapi orca oriole osprey ostrich
        otter owl ox oyster panda panther parrot peacock pelican penguin pheasant pigeon pika platypus pony puffin puma quail rabbit raccoon ram
        raven redbird robin rook salmon seahorse seal shark sheep shrew shrimp skunk sloth snail sparrow spider squid squirrel stag starling
        stork sturgeon swan swift tapir tern thrush tiger toad tortoise toucan trout tuna turkey turtle vole walrus wasp weasel whale wolf wombat
        woodcock wren yak zebra
        """
    );

    public override PropertyMap Defaults { get; } = PropertyMap.Of(("length", 2), ("separator", "-"));

    // The id is the name.
    public override IReadOnlyList<string> Drawn => [];

    public override IEnumerable<CheckFailure> Check(PropertyMap inputs) => AtLeast(inputs, "length", 1);

    public override (string Id, PropertyMap Values) Draw(PropertyMap inputs)
    {
        var source = new RandomSource(null);
        var length = Number(inputs, "length");
        var words = new List<string>();
        if (inputs.Text("prefix") is { Length: > 0 } prefix)
        {
            words.Add(prefix);
        }

        for (var left = length; left > 0; left--)
        {
            words.Add(
                source.Pick(
                    left switch
                    {
                        1 => Animals,
                        2 => Adjectives,
                        _ => Adverbs,
                    }
                )
            );
        }

        return (string.Join(inputs.Text("separator") ?? "-", words), PropertyMap.Empty);
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
