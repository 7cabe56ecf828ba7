/* A costing as a page of Markdown. */
#ifndef PHB_RENDER_MARKDOWN_PAGE_H
#define PHB_RENDER_MARKDOWN_PAGE_H

#include "render/page.h"

void phb__markdown_put_page(struct phb__page *page);

#endif
