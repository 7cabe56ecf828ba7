/* How HTML looks: rules of a style sheet, one an entry. */
#ifndef PHB_RENDER_HTML_STYLE_H
#define PHB_RENDER_HTML_STYLE_H

#define PHB__HTML_STYLE_LINES 52
extern const char *const phb__html_style[PHB__HTML_STYLE_LINES];

#define PHB__HTML_PAGE_STYLE_LINES 4
extern const char *const phb__html_page_style[PHB__HTML_PAGE_STYLE_LINES];

#endif
