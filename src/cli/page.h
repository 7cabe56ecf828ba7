/* Prose on standard output, a hundred columns wide. */
#ifndef PHB_CLI_PAGE_H
#define PHB_CLI_PAGE_H

/* Words that run on below where they began: a label, then a text in lines of their own indent. */
void print_paragraph(const char *label, int indent, const char *text);

#endif
