/* What does this plan lack, section by section, and what should be done first? check_plan FILE
 *     cc check_plan.c $(pkg-config --cflags --libs libphb) -o check_plan */
#include <inttypes.h>
#include <phb/phb.h>
#include <stdio.h>

#define FILE_BYTES_MAX 65536

/* The library opens no files: that is for its caller. */
static phb_status
read_plan(const char *path, phb_plan **out_plan, phb_error *error)
{
    static char json[FILE_BYTES_MAX];
    FILE *file = fopen(path, "rb");
    size_t size = file ? fread(json, 1, sizeof json, file) : 0;
    if (file) {
        (void)fclose(file);
    }
    return phb_plan_from_json(NULL, json, size, out_plan, error);
}

/* The plan's ten sections: each is complete, partial, missing, or answered in another way. */
static void
print_sections(const phb_report *report)
{
    size_t rows = 0;
    const phb_table *sections = phb_report_table(report, PHB_REPORT_SECTIONS);
    const int64_t *findings = phb_table_int64(sections, "findings", &rows);
    for (size_t row = 0; row < rows; row++) {
        printf("%-20s %-16s %2" PRId64 "\n", phb_table_text(sections, "section", row),
               phb_table_text(sections, "state", row), findings[row]);
    }
}

/* The rule and its arguments are what a host needs to say this in words of its own. */
static void
print_next(const phb_report *report)
{
    const phb_table *findings = phb_report_table(report, PHB_REPORT_FINDINGS);
    int32_t next = phb_report_next(report);
    if (next < 0) {
        puts("\nnothing to do");
        return;
    }
    size_t row = (size_t)next;
    printf("\nfirst: %s\n", phb_table_text(findings, "message", row));
    printf("to do: %s\n", phb_table_text(findings, "fix", row));
    printf("place: %s\n", phb_table_text(findings, "at", row));
    printf("rule:  %s %s\n", phb_table_text(findings, "rule", row),
           phb_table_text(findings, "arguments", row));
}

int
main(int count, char **arguments)
{
    phb_error error = PHB_ERROR_INIT;
    phb_plan *plan = NULL;
    phb_report *report = NULL;
    if (count != 2) {
        fputs("usage: check_plan FILE\n", stderr);
        return 64;
    }
    phb_status status = read_plan(arguments[1], &plan, &error);
    if (status == PHB_OK) {
        status = phb_plan_check(plan, NULL, NULL, &report, &error); /* the law built in */
    }
    if (status == PHB_OK) {
        print_sections(report);
        print_next(report);
    } else {
        fprintf(stderr, "%s: %s %s\n", phb_status_name(status), error.path, error.message);
    }
    phb_report_free(report); /* each of these accepts NULL */
    phb_plan_free(plan);
    return status == PHB_OK ? 0 : 1;
}
