/** Short, easily spelled English nouns for generated passwords: about 9.2 bits each. */
export const passwordWords: readonly string[] = `
acorn actor adobe agate agent album alder alley almond alpaca amber anchor angle ankle antler anvil apple apron arbor arch arena armor arrow artist aspen atlas attic autumn avenue award axle azure
bacon badge badger bagel baker balcony ballad ballet balloon bamboo banana banjo banner barber bark barley barn barrel basalt basil basin basket bayou beach beacon beagle beam bean bear beaver beetle bell belt bench berry birch biscuit bishop bison blanket blossom boat bobbin bonfire bonnet book border bottle boulder bowl bramble branch brass bread breeze brick bridge brisk bronze brook broom bucket buckle buffalo bugle bullet bundle bunker burrow butter button
cabin cable cactus cake camel camera canal candle canoe canvas canyon captain caravan carbon cargo carpet carrot castle catalog cavern cedar cello cement chain chair chalk chapel charm cherry chess chestnut chime chisel cider cinema circle citrus clam clarinet clay cliff cloak clock cloud clover coach coast cobalt cocoa coffee collar comet compass concert copper coral corner cotton cougar cove cradle crane crater crayon creek crest cricket crown crystal cup curtain cypress
daisy dancer dawn deer delta denim desert desk diamond diary diesel dinner dock doctor dolphin donkey door dragon drawer dream drift drum dune dusk
eagle earth easel echo eclipse editor elbow elder elm ember emerald engine envelope ermine estuary evening
fabric falcon farmer feather fence fern ferry fiber fiddle field fig filter finch fir fjord flag flame flannel flint flora flour flute foam forest fork fossil fountain fox frame freckle freight frost fruit fudge funnel
gadget galaxy gale garden garlic garnet gate gazelle gecko geyser ginger giraffe glacier glade glass globe glove goblet goose granite grape gravel grove guitar gull
habit hammer hammock harbor harp harvest hazel heather hedge helmet heron hickory hill hinge hollow honey hood hornet horse hotel hunter husky
iceberg igloo indigo ink inlet iris iron island ivory ivy
jacket jade jaguar jasmine jelly jersey jewel jigsaw jockey journal juice jungle juniper jury
kayak kettle key kiln kitchen kite kitten kiwi knight knot koala
ladder lagoon lake lamp lantern larch lark laser lasso lattice laurel lava lavender leaf ledger lemon lentil leopard letter lever lichen lilac lily lime linen lion liquid lizard llama lobster locket lodge logic lotus lumber lunar lupine lyric
machine magnet mango mantle maple marble market marsh mask meadow medal melody melon mentor mercury meteor mill mineral mint mirror mitten moat monsoon moon moose morning mosaic moss motor mountain muffin mulberry museum mustard
napkin narwhal nebula nectar needle nest nickel noodle north notebook nugget nutmeg
oak oasis oat ocean octave olive onion opal opera orange orbit orchard orchid organ otter oven owl oxygen oyster
paddle palace palm panda panel paper papaya parade parrot pasture path peach peanut pearl pebble pecan pelican pencil penguin pepper petal piano picnic pigeon pillar pilot pine pioneer pixel planet plaza plum pocket poem polar pond pony poplar porch potato prairie prism puffin pulley pumpkin puzzle python
quail quarry quartz quiet quill quilt quiver
rabbit radar radio raft rain ranch raven reef ribbon ridge river robin rocket roof rope rose ruby rudder rug
saddle saffron sage sail salmon sandal sapphire satin saturn sauce scarf school scooter scout sea seed shadow shelf shell shore silver sketch slate sled smoke snow socket sonnet spark sparrow spice spinach spiral spoon spring spruce squash stable stone storm stove straw stream sugar summit sun swan
table tango teapot temple thistle thunder tiger timber toast topaz torch tower trail train tulip tundra tunnel turtle twig
umbrella valley vanilla velvet vessel village vine violet violin vista volcano voyage
wagon walnut walrus water wave whale wheat willow window winter wolf wool wren yarn yogurt zebra zenith zephyr zinc
`
  .trim()
  .split(/\s+/);
