using Checkout.Browser.Running;

[assembly: AssemblyFixture(typeof(SharedBrowser))]
// Each class starts a shop, and the shops and the browser need processors, too. Some tests only wait for a recovery.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]
