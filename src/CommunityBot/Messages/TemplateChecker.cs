using System.Text.RegularExpressions;
using Fluid.Ast;
using Fluid.Ast.BinaryExpressions;
using Fluid.Values;

namespace CommunityBot.Messages;

/// <summary>Goes through a template and refuses what is Liquid, but not of the safe part of it.</summary>
internal sealed class TemplateChecker(string template) : AstVisitor
{
    /// <summary>
    /// Conditions and comparisons in a template: what may be decided in one turn of a loop, and is not counted as a step. A message that looks at every link and person has two dozen.
    /// </summary>
    private const int MostDecisions = 60;

    /// <summary>Loops in a template; one through an empty list is not counted as a step either.</summary>
    private const int MostLoops = 20;

    private int _decisions;

    private int _loops;

    private TemplateScope _scope = new(template, MessageNames.All);

    public override Statement Visit(Statement statement)
    {
        switch (statement)
        {
            case ForStatement { Source: not RangeExpression } loop when loop is not { Source: MemberExpression, Offset: null, Limit: null or LiteralExpression { Value: NumberValue } }:
                throw Refuse($"A loop goes through a list, with nothing but a number as its limit: {loop.Identifier}", Regex.Match(template, @"\{%-?\s*for\b").Index);
            case ForStatement { Reversed: true }:
                throw Refuse("A loop goes through a list from its first to its last; leave out reversed", template.IndexOf("reversed", StringComparison.Ordinal));
            case ForStatement:
                Count(ref _loops);
                break;
            case IfStatement or UnlessStatement or ElseIfStatement:
                Count(ref _decisions);
                break;
        }

        return base.Visit(statement);
    }

    public override Expression Visit(Expression expression)
    {
        switch (expression)
        {
            // It makes as many items as it says.
            case RangeExpression:
                var at = template.IndexOf("..", StringComparison.Ordinal);
                throw Refuse("Ranges are not allowed; a loop goes through a list, such as issue.labels", Math.Max(template.LastIndexOf("{%", at, StringComparison.Ordinal), template.LastIndexOf("{{", at, StringComparison.Ordinal)));
            case ContainsBinaryExpression { Left: LiteralExpression }:
                throw Refuse("What is searched with contains has to be a value, not a text in quotes", template.IndexOf("contains", StringComparison.Ordinal));
            case BinaryExpression:
                Count(ref _decisions);
                break;
            case MemberExpression member:
                _scope.Find(member);
                break;
        }

        return base.Visit(expression);
    }

    protected override Statement VisitForStatement(ForStatement forStatement)
    {
        Visit(forStatement.Source);
        var outside = _scope;
        _scope = outside.Inside((MemberExpression)forStatement.Source, forStatement.Identifier);
        foreach (var statement in forStatement.Statements)
        {
            Visit(statement);
        }

        _scope = outside;
        Visit(forStatement.Else);
        return forStatement;
    }

    protected override Expression VisitFilterExpression(FilterExpression filterExpression)
    {
        if (!MessageFilters.Names.Contains(filterExpression.Name))
        {
            throw Refuse(
                $"There is no filter \"{filterExpression.Name}\"; there are {string.Join(", ", MessageFilters.Names)}",
                Regex.Match(template, $@"(?<=\|\s*){filterExpression.Name}\b").Index);
        }

        if (filterExpression is { Name: MessageFilters.Date, Parameters: [{ Expression: LiteralExpression format }, ..] }
            && MessageFilters.DateFormatProblem(format.Value.ToStringValue()) is { } problem)
        {
            throw Refuse(problem, template.IndexOf(format.Value.ToStringValue(), StringComparison.Ordinal));
        }

        return base.VisitFilterExpression(filterExpression);
    }

    private TemplateException Refuse(string why, int at)
    {
        var (line, column) = TemplatePlace.Of(template, at);
        return new(why, line, column);
    }

    private void Count(ref int things)
    {
        things++;
        if (_decisions > MostDecisions || _loops > MostLoops)
        {
            throw new TemplateException($"The template has more than {MostDecisions} conditions and comparisons, or more than {MostLoops} loops");
        }
    }
}
