/* phb rates [KEY]: the law, with its sources; phb rates bank_holidays: the days off in England. */

#include <stdio.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/document.h"
#include "cli/inputs.h"

/* A value in the words of its unit. */
static void
print_value(int64_t value, const char *unit)
{
    char text[PHB_PENCE_TEXT_SIZE] = "";
    if (value == PHB_NUMBER_NONE) {
        printf("%14s", "ended");
    } else if (strcmp(unit, "pence") == 0 || strcmp(unit, "pence_per_hour") == 0) {
        (void)phb_pence_format(value, text, sizeof text);
        printf("%14s", text);
    } else if (strcmp(unit, "ppm") == 0) {
        printf("%12lld.%02lld%%", (long long)(value / 10000), (long long)(value % 10000 / 100));
    } else if (strcmp(unit, "date") == 0) {
        (void)phb_date_format((phb_date)value, text, sizeof text);
        printf("%14s", text);
    } else if (strcmp(unit, "hundredths") == 0) {
        printf("%11lld.%02lld", (long long)(value / 100), (long long)(value % 100));
    } else {
        printf("%7lld %s", (long long)value, unit);
    }
}

/* Key by key: its label, then its values with the day each begins and where it comes from. */
static void
print_rates(const phb_table *table)
{
    const int64_t *values = phb_table_int64(table, "value", NULL);
    const int32_t *froms = phb_table_int32(table, "from", NULL);
    for (size_t row = 0; row < phb_table_rows(table); row++) {
        const char *key = phb_table_text(table, "key", row);
        if (row == 0 || strcmp(key, phb_table_text(table, "key", row - 1)) != 0) {
            printf("%s%s: %s\n", row == 0 ? "" : "\n", key, phb_table_text(table, "label", row));
        }
        char from[PHB_DATE_TEXT_SIZE] = "";
        (void)phb_date_format(froms[row], from, sizeof from);
        printf("  from %s ", from);
        print_value(values[row], phb_table_text(table, "unit", row));
        printf("  %s\n", phb_table_text(table, "status", row));
        printf("      %s (%s)\n", phb_table_text(table, "source", row),
               phb_table_text(table, "citation", row));
    }
}

/* A line a day. */
static void
print_bank_holidays(const phb_table *table)
{
    const int32_t *dates = phb_table_int32(table, "date", NULL);
    for (size_t row = 0; row < phb_table_rows(table); row++) {
        char date[PHB_DATE_TEXT_SIZE] = "";
        (void)phb_date_format(dates[row], date, sizeof date);
        printf("%s  %-10s  %s\n", date, phb_table_text(table, "kind", row),
               phb_table_text(table, "name", row));
    }
}

static bool
asks_for_bank_holidays(const struct options *options)
{
    return options->subject && strcmp(options->subject, "bank_holidays") == 0;
}

static phb_status
look_up(const struct options *options, phb_table **out_table, phb_error *error)
{
    return asks_for_bank_holidays(options)
               ? phb_rates_bank_holidays(NULL, NULL, options->on, options->on, out_table, error)
               : phb_rates_table(NULL, NULL, options->subject, options->on, out_table, error);
}

static int
print(const phb_table *table, const struct options *options, phb_error *error)
{
    phb_text *text = NULL;
    if (options->output == OUTPUT_TEXT) {
        if (asks_for_bank_holidays(options)) {
            print_bank_holidays(table);
        } else {
            print_rates(table);
        }
        return output_is_written() ? EXIT_FINE : EXIT_UNREADABLE;
    }
    if (make_table(table, options->output, &text, error) != PHB_OK) {
        report_error("rates", error);
        return EXIT_UNREADABLE;
    }
    return print_text(text) ? EXIT_FINE : EXIT_UNREADABLE;
}

int
command_rates(int count, char **arguments)
{
    struct options options;
    if (!options_read(count, arguments, TAKES_ON, &options)) {
        return EXIT_USAGE;
    }
    phb_error error = PHB_ERROR_INIT;
    phb_table *table = NULL;
    if (look_up(&options, &table, &error) != PHB_OK) {
        report_error(options.subject ? options.subject : "rates", &error);
        return EXIT_UNREADABLE;
    }
    int status = print(table, &options, &error);
    phb_table_free(table);
    return status;
}
