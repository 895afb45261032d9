/**
 * The appender for Amazon CloudWatch Logs, room by room. From top to bottom:
 * {@code logback}, {@code aws} and {@code agent}, {@code delivery}, {@code lane},
 * {@code spool}, {@code batch}, and the leaves {@code event}, {@code template},
 * {@code settings}, {@code ledger}, {@code metadata}, {@code json} and {@code mask}. A
 * room may touch the rooms below it, never one above.
 */
@NullMarked
package io.github.cloudwatchlogging;

import org.jspecify.annotations.NullMarked;
