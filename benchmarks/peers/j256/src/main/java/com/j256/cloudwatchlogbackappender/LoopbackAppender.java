package com.j256.cloudwatchlogbackappender;

import com.amazonaws.auth.DefaultAWSCredentialsProviderChain;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.services.logs.AWSLogsClientBuilder;

/**
 * The appender with another endpoint than the Region's own, which it has no setting for:
 * it takes a client from classes of its package only.
 */
public class LoopbackAppender extends CloudWatchAppender {

	private String endpoint = "";

	private String region = "";

	public void setEndpoint(String endpoint) {
		this.endpoint = endpoint;
	}

	@Override
	public void setRegion(String region) {
		super.setRegion(region);
		this.region = region;
	}

	@Override
	public void start() {
		setAwsLogsClient(AWSLogsClientBuilder.standard()
			.withCredentials(new DefaultAWSCredentialsProviderChain())
			.withEndpointConfiguration(new EndpointConfiguration(this.endpoint, this.region))
			.build());
		super.start();
	}

}
