package io.github.cloudwatchlogging.aws;

/**
 * The credentials of a profile in the AWS files of the machine.
 *
 * @param profile the profile's name
 */
public record ProfileCredentials(String profile) implements Credentials {

}
