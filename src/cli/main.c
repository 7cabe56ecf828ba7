/* The phb command: a client of the library like any other. */

#include <stdio.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/document.h"
#include "cli/options.h"

static const struct {
    const char *name;
    int (*run)(int count, char **arguments);
} commands[] = {{"cost", command_cost}, {"rates", command_rates}};

static void
print_help(FILE *file)
{
    fprintf(
        file,
        "phb %s: costs NHS personal health budgets, to the penny\n"
        "\n"
        "  phb cost FILE       what a budget costs, and why\n"
        "      --format text|json|csv|markdown\n"
        "      --table lines|payslips|totals|instalments|notes|steps\n"
        "                      one table alone; csv is of lines unless told\n"
        "      --explain LINE  how one line came about; all: every line and total. In json the\n"
        "                      steps\n"
        "      --on DATE       every day by the law of this one\n"
        "      --rates FILE    rates laid over the built-in ones\n"
        "  phb rates [KEY]     the law it is costed by, with its sources\n"
        "      --format text|json|csv|markdown\n"
        "      --on DATE       what is in force that day\n"
        "  phb version\n"
        "\n"
        "FILE is a phb-budget/1 document, - for standard input. Exit status: 0 fine, 2 the "
        "document could not\n"
        "be read or costed, 64 usage.\n",
        phb_version());
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
