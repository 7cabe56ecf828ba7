/* What each result looks like in HTML. */
#ifndef PHB_RENDER_HTML_PAGES_H
#define PHB_RENDER_HTML_PAGES_H

#include <phb/chain.h>
#include <phb/costing.h>
#include <phb/report.h>
#include <phb/schedule.h>

#include "core/text.h"
#include "render/step_tree.h"

void phb__html_put_table(struct phb__builder *builder, phb_format format, const phb_table *table);
void phb__html_put_costing(struct phb__builder *builder, phb_format format,
                           const phb_costing *made);

/* How a line came about; -1: every line and total. */
void phb__html_put_explanation(struct phb__builder *builder, phb_format format,
                               struct phb__step_tree *tree, int64_t row);
void phb__html_put_report(struct phb__builder *builder, phb_format format,
                          const phb_report *report);
void phb__html_put_schedule(struct phb__builder *builder, phb_format format,
                            const phb_schedule *schedule);
void phb__html_put_chain(struct phb__builder *builder, phb_format format, const phb_chain *chain);

#endif
