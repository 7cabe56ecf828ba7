/* phb chain PLAN: from each need to what pays for it. */

#include <stdio.h>

#include "cli/commands.h"
#include "cli/document.h"
#include "cli/inputs.h"

static phb_status
make_output(const phb_chain *chain, const struct options *options, phb_text **out_text,
            phb_error *error)
{
    return options->output == OUTPUT_JSON
               ? phb_chain_to_json(chain, out_text, error)
               : phb_chain_render(chain, format_of(options->output), out_text, error);
}

static int
follow(const phb_plan *plan, const struct inputs *inputs, const struct options *options)
{
    phb_error error = PHB_ERROR_INIT;
    phb_chain *chain = NULL;
    phb_text *text = NULL;
    phb_check_options how = PHB_CHECK_OPTIONS_INIT;
    how.policy = inputs->policy;
    phb_status status = phb_plan_chain(plan, inputs->rates, &how, &chain, &error);
    if (status == PHB_OK) {
        status = make_output(chain, options, &text, &error);
    }
    phb_chain_free(chain);
    if (status != PHB_OK) {
        report_error(options->subject, &error);
        return EXIT_UNREADABLE;
    }
    return print_text(text) ? EXIT_FINE : EXIT_UNREADABLE;
}

int
command_chain(int count, char **arguments)
{
    struct options options;
    struct inputs inputs;
    if (!options_read(count, arguments, TAKES_RATES | TAKES_POLICY, &options)) {
        return EXIT_USAGE;
    }
    if (!options.subject) {
        fprintf(stderr, "phb: chain needs a file, or - for standard input\n");
        return EXIT_USAGE;
    }
    if (!inputs_open(&options, &inputs)) {
        return EXIT_UNREADABLE;
    }
    phb_plan *plan = plan_open(options.subject);
    int status = plan ? follow(plan, &inputs, &options) : EXIT_UNREADABLE;
    phb_plan_free(plan);
    inputs_close(&inputs);
    return status;
}
