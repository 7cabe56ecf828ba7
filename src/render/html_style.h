/* How HTML looks: rules of a style sheet, one a line. */
#ifndef PHB_RENDER_HTML_STYLE_H
#define PHB_RENDER_HTML_STYLE_H

extern const char phb__html_style[];
extern const char phb__html_paper_style[];
extern const char phb__html_page_style[];

#endif
