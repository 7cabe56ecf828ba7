/* phb-chain/1: the rows of a chain, as they are. */

#include <phb/chain.h>
#include <phb/version.h>

#include "core/document.h"
#include "core/error.h"
#include "json/table.h"

phb_status
phb_chain_to_json(const phb_chain *chain, phb_text **out_text, phb_error *error)
{
    if (out_text) {
        *out_text = NULL;
    }
    if (!chain || !out_text) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    struct phb__builder builder;
    phb__builder_init(&builder, phb_chain_context(chain));
    phb__put(&builder, "{");
    phb__json_put_member(&builder, "", "format");
    phb__put_json_text(&builder, "phb-chain/1");
    phb__json_put_member(&builder, ",", "library");
    phb__put_json_text(&builder, phb_version());
    phb__json_put_member(&builder, ",", "links");
    phb__json_put_table(&builder, phb_chain_table(chain), 1);
    phb__put(&builder, "\n}\n");
    return phb__builder_finish(&builder, out_text, error);
}
