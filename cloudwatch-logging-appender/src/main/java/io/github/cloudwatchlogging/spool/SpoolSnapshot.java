package io.github.cloudwatchlogging.spool;

/**
 * Where the spool stood at one moment.
 *
 * @param usedBytes the size of the files that hold undelivered events
 * @param limitBytes the bound on it
 * @param failing whether new events are kept in memory because no file can be had
 * @param damagedFiles how many files were found damaged and set aside
 */
public record SpoolSnapshot(long usedBytes, long limitBytes, boolean failing, long damagedFiles) {

}
