/* The phb command: a client of the library like any other. */

#include <stdio.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/document.h"
#include "cli/options.h"

static const struct {
    const char *name;
    int (*run)(int count, char **arguments);
} commands[] = {{"batch", command_batch}, {"chain", command_chain},     {"check", command_check},
                {"cost", command_cost},   {"diff", command_diff},       {"hash", command_hash},
                {"rates", command_rates}, {"reviews", command_reviews}, {"rules", command_rules}};

/* Two texts: no compiler need take one so long. */
static void
print_help(FILE *file)
{
    fprintf(
        file,
        "phb %s: costs and checks NHS personal health budgets\n"
        "\n"
        "  phb cost FILE       what a budget costs, and why\n"
        "      --table lines|payslips|totals|instalments|notes|steps\n"
        "                      one table alone; csv is of lines unless told\n"
        "      --explain LINE  how one line came about; all: every line and total. In json the\n"
        "                      steps\n"
        "      --on DATE       every day by the law of this one\n"
        "      --next-year     the same package for the twelve months after\n"
        "  phb check FILE      is the money enough, lawful and explained, and the plan whole?\n"
        "      --section S     what is found in one section\n"
        "      --severity V    what is a breach, gap, warning or note, or worse\n"
        "      --as-of DATE    the day to look from, or today; the last sign-off or the day of\n"
        "                      agreement, else the period's first, unless said\n"
        "      --superseded FILE\n"
        "                      the plan that this one takes the place of\n"
        "      --table findings|sections\n"
        "  phb chain PLAN      from each need to what pays for it, and what hangs on nothing\n"
        "  phb hash PLAN       what sign_off.content_hash is when it is signed as it stands\n"
        "  phb reviews PLAN    when it must be reviewed, and what else has a day\n"
        "      --events FILE   what happened: [{ \"on\": DATE, \"what\": \"health_changed\" }]\n"
        "      --as-of DATE    the day to look from, or today; the last one of the plan unless "
        "said\n"
        "      --horizon DATE  the last day to look to\n"
        "      --table events|notes; --format ics too, for a calendar\n"
        "  phb rules           what is checked, and by what authority\n"
        "  phb diff FILE FILE  what changed between two budgets, and why\n"
        "      --table lines|totals|notes\n"
        "      --on DATE       every day by the law of this one; twice: the first budget by the\n"
        "                      first, the second by the second, and one file may do for both\n"
        "      --next-year     one file alone, and the twelve months after\n",
        phb_version());
    fprintf(
        file,
        "  phb rates [KEY]     the law it is costed by, with its sources\n"
        "      --on DATE       what is in force that day\n"
        "  phb batch cost|check|reviews [FILE]\n"
        "                      the same of many: a document a line in, a result a line out\n"
        "      --format json|csv\n"
        "      --table totals|findings|events\n"
        "                      each total, finding or event on a line of its own\n"
        "      --from DATE, --to DATE\n"
        "                      of reviews: the events that are due in these days\n"
        "      --totals FILE   what all of it comes to, as json; for people it is said anyway\n"
        "      --jobs N        threads; as many as there are processors unless said\n"
        "      --on, --next-year and --as-of as above\n"
        "  phb version\n"
        "\n"
        "All others but hash and version take --format text|json|csv|markdown|html, the last a\n"
        "page of its own; cost, check, chain, reviews, diff and batch take --rates FILE (rates\n"
        "laid over the built-in ones) and --policy FILE (local rules). FILE is a phb-plan/1 or\n"
        "phb-budget/1 document, PLAN the first of these, - for standard input. Exit status: 0\n"
        "fine, 1 a breach or a gap was found, or what must be done is overdue, 2 a document\n"
        "could not be read or costed, 64 usage.\n");
}

int
main(int count, char **arguments)
{
    const char *name = count > 1 ? arguments[1] : "";
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
        if (strcmp(commands[i].name, name) == 0) {
            return commands[i].run(count - 2, arguments + 2);
        }
    }
    if (strcmp(name, "version") == 0 || strcmp(name, "--version") == 0) {
        printf("%s\n", phb_version());
        return output_is_written() ? EXIT_FINE : EXIT_UNREADABLE;
    }
    bool is_asked = strcmp(name, "help") == 0 || strcmp(name, "--help") == 0;
    print_help(is_asked ? stdout : stderr);
    if (!is_asked) {
        return EXIT_USAGE;
    }
    return output_is_written() ? EXIT_FINE : EXIT_UNREADABLE;
}
