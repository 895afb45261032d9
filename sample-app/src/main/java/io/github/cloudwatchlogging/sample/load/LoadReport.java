package io.github.cloudwatchlogging.sample.load;

/**
 * What became of a load.
 *
 * @param run the name that each of its events holds
 * @param logged how many events were logged
 * @param tookMillis how long that took altogether
 * @param longestCallMicros how long the slowest single log call took
 */
public record LoadReport(String run, int logged, long tookMillis, long longestCallMicros) {

}
