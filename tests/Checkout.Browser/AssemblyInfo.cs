using Checkout.Browser.Running;

[assembly: AssemblyFixture(typeof(SharedBrowser))]
// Each class starts a shop, and the shop and the browser need processors, too.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
