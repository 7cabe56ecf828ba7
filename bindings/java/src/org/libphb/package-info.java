/**
 * What an NHS personal health budget costs, whether it is enough and lawful, and when it must be
 * reviewed.
 *
 * <p>A {@link org.libphb.Budget} is built or read and gives a {@link org.libphb.Costing}; a
 * {@link org.libphb.Plan} is read and checked, which gives a {@link org.libphb.Report}; a
 * {@link org.libphb.ScheduleRequest} gives a {@link org.libphb.Schedule}. Their results are tables of
 * records. A {@link org.libphb.Batch} asks one question of many rows.
 *
 * <p>Amounts are {@link org.libphb.Money}, whole pence; rates and prices that go in are pounds as
 * {@link java.math.BigDecimal}. Days are {@link java.time.LocalDate}, and both ends of a period belong
 * to it. Nothing here knows what day it is.
 *
 * <p>What cannot be carried out is a {@link org.libphb.PhbException}, null where something is wanted a
 * {@link java.lang.NullPointerException}, and the use of an object that was closed an
 * {@link java.lang.IllegalStateException}. All but {@link org.libphb.BudgetBuilder} and
 * {@link org.libphb.ScheduleRequest} may be used by any number of threads at once, and a
 * {@link org.libphb.Batch} as soon as one of them has said what it has.
 */
package org.libphb;
