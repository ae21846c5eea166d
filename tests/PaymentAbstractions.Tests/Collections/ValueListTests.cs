using FsCheck;
using FsCheck.Fluent;

namespace PaymentAbstractions.Tests;

public sealed class ValueListTests
{
    [Fact]
    public void Lists_compare_by_their_items() =>
        Prop.ForAll<int[], int[]>(
                (left, right) =>
                {
                    var leftList = ValueList.Create<int>(left);
                    var rightList = ValueList.Create<int>(right);
                    var copy = ValueList.Create<int>([.. left]);
                    return leftList.Equals(rightList) == left.SequenceEqual(right)
                        && leftList.Equals(copy)
                        && leftList.GetHashCode() == copy.GetHashCode();
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_list_does_not_follow_what_it_was_made_of()
    {
        int[] source = [1, 2];

        ValueList<int> list = [.. source];
        source[0] = 9;

        Assert.Equal([1, 2], list);
    }

    [Fact]
    public void A_list_reads_like_any_other()
    {
        ValueList<string> list = ["a", "b", "a"];

        Assert.Equal(3, list.Count);
        Assert.Equal("b", list[1]);
        Assert.True(list.Contains("a"));
        Assert.False(list.Contains("c"));
        Assert.Equal(3, list.AsSpan().Length);
        Assert.Equal("[a, b, a]", list.ToString());
        Assert.Throws<IndexOutOfRangeException>(() => list[3]);
    }

    [Fact]
    public void Empty_lists_are_one_and_the_same()
    {
        ValueList<int> left = [];
        ValueList<int> right = [];

        Assert.Same(left, right);
        Assert.Empty(left);
        Assert.Equal("[]", left.ToString());
    }

    [Fact]
    public void Order_and_null_matter()
    {
        ValueList<int> list = [1, 2];
        ValueList<int> reversed = [2, 1];

        Assert.False(list.Equals(reversed));
        Assert.False(list.Equals((object?)null));
        Assert.False(list.Equals((object)"[1, 2]"));
    }

    [Fact]
    public void Records_that_hold_a_list_compare_by_value()
    {
        var left = new CustomerChoicePaymentMethod { Methods = ["paypal", "cash"] };
        var right = new CustomerChoicePaymentMethod { Methods = ["paypal", "cash"] };

        Assert.Equal(left, right);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
        Assert.NotEqual(left, right with { Methods = ["cash", "paypal"] });
    }
}
