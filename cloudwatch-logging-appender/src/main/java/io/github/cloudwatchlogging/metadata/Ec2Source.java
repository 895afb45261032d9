package io.github.cloudwatchlogging.metadata;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The identity document of an EC2 instance, through IMDSv2: a token first, then the
 * document. Obeys what turns the service off, or moves it, for the AWS SDK.
 */
final class Ec2Source implements MetadataSource {

	private static final String IPV4 = "http://169.254.169.254";

	private static final String IPV6 = "http://[fd00:ec2::254]";

	private final boolean disabled;

	private final String endpoint;

	Ec2Source(Environment environment) {
		this.disabled = Boolean.parseBoolean(environment.first("aws.disableEc2Metadata", "AWS_EC2_METADATA_DISABLED"));
		this.endpoint = endpoint(environment);
	}

	private static String endpoint(Environment environment) {
		String endpoint = environment.first("aws.ec2MetadataServiceEndpoint", "AWS_EC2_METADATA_SERVICE_ENDPOINT");
		if (endpoint != null) {
			return endpoint;
		}
		String mode = environment.first("aws.ec2MetadataServiceEndpointMode", "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE");
		return "IPv6".equalsIgnoreCase(mode) ? IPV6 : IPV4;
	}

	@Override
	public String platform() {
		return "EC2";
	}

	@Override
	public Set<String> variables() {
		return Set.of("ec2:instance-id", "region", "account", "instance");
	}

	@Override
	public Map<String, String> read() throws IOException {
		if (this.disabled) {
			return Map.of();
		}
		URI endpoint = URI.create(this.endpoint);
		String token = MetadataHttp.call("PUT", endpoint.resolve("/latest/api/token"),
				Map.of("X-aws-ec2-metadata-token-ttl-seconds", "60"));
		if (token == null) {
			return Map.of();
		}
		String document = MetadataHttp.call("GET", endpoint.resolve("/latest/dynamic/instance-identity/document"),
				Map.of("X-aws-ec2-metadata-token", token.strip()));
		return values(document);
	}

	private static Map<String, String> values(@Nullable String document) {
		Map<String, String> values = new HashMap<>();
		Environment.put(values, "ec2:instance-id", MetadataHttp.member(document, "instanceId"));
		Environment.put(values, "instance", MetadataHttp.member(document, "instanceId"));
		Environment.put(values, "region", MetadataHttp.member(document, "region"));
		Environment.put(values, "account", MetadataHttp.member(document, "accountId"));
		return values;
	}

}
