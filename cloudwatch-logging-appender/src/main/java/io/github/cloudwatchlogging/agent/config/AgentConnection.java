package io.github.cloudwatchlogging.agent.config;

import org.jspecify.annotations.Nullable;

/**
 * How the agent reaches the service; each {@code null} where the agent decides.
 *
 * @param region the AWS Region's code
 * @param endpoint an endpoint in place of the Region's own
 * @param roleArn the role with which it calls
 */
public record AgentConnection(@Nullable String region, @Nullable String endpoint, @Nullable String roleArn) {

	/**
	 * The agent decides.
	 */
	public static final AgentConnection DEFAULT = new AgentConnection(null, null, null);

}
