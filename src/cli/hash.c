/* phb hash PLAN: what a signature stands for. */

#include <stdio.h>

#include "cli/commands.h"
#include "cli/document.h"
#include "cli/inputs.h"

static int
print_hash(const phb_plan *plan, const char *name)
{
    char hash[PHB_PLAN_HASH_SIZE];
    phb_error error = PHB_ERROR_INIT;
    if (phb_plan_content_hash(plan, hash, sizeof hash, &error) != PHB_OK) {
        report_error(name, &error);
        return EXIT_UNREADABLE;
    }
    printf("%s\n", hash);
    return output_is_written() ? EXIT_FINE : EXIT_UNREADABLE;
}

int
command_hash(int count, char **arguments)
{
    if (count != 1 || (arguments[0][0] == '-' && arguments[0][1] != '\0')) {
        fprintf(stderr, "phb: hash needs a file, or - for standard input, and nothing else\n");
        return EXIT_USAGE;
    }
    phb_plan *plan = plan_open(arguments[0]);
    int status = plan ? print_hash(plan, arguments[0]) : EXIT_UNREADABLE;
    phb_plan_free(plan);
    return status;
}
