/* The commands: each returns the exit status. */
#ifndef PHB_CLI_COMMANDS_H
#define PHB_CLI_COMMANDS_H

int command_batch(int count, char **arguments);
int command_chain(int count, char **arguments);
int command_check(int count, char **arguments);
int command_cost(int count, char **arguments);
int command_diff(int count, char **arguments);
int command_hash(int count, char **arguments);
int command_rates(int count, char **arguments);
int command_reviews(int count, char **arguments);
int command_rules(int count, char **arguments);

#endif
