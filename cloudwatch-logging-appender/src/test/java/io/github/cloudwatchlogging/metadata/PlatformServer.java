package io.github.cloudwatchlogging.metadata;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import io.github.cloudwatchlogging.test.http.HttpRequest;
import io.github.cloudwatchlogging.test.http.HttpResponse;
import io.github.cloudwatchlogging.test.http.LoopbackHttpServer;
import io.github.cloudwatchlogging.test.http.Reply;

/**
 * A metadata service that answers as EC2's or ECS's does: at once, late, with failures or
 * not at all.
 */
public final class PlatformServer implements AutoCloseable {

	private static final String TOKEN = "AQAEAexampletoken==";

	private static final String IDENTITY_DOCUMENT = """
			{
			  "accountId" : "123456789012",
			  "architecture" : "x86_64",
			  "availabilityZone" : "eu-west-1b",
			  "billingProducts" : null,
			  "imageId" : "ami-5fb8c835",
			  "instanceId" : "i-1234567890abcdef0",
			  "instanceType" : "t3.micro",
			  "pendingTime" : "2026-11-19T16:32:11Z",
			  "privateIp" : "10.158.112.84",
			  "region" : "eu-west-1",
			  "version" : "2017-09-30"
			}""";

	private static final String CONTAINER = """
			{
			    "DockerId": "cd189a933e5849daa93386466019ab50-2495160603",
			    "Name": "curl",
			    "DockerName": "curl",
			    "Image": "111122223333.dkr.ecr.us-west-2.amazonaws.com/curltest:latest",
			    "Labels": {
			        "com.amazonaws.ecs.cluster": "arn:aws:ecs:us-west-2:111122223333:cluster/default",
			        "com.amazonaws.ecs.container-name": "curl",
			        "com.amazonaws.ecs.task-arn": "arn:aws:ecs:us-west-2:111122223333:task/default/cd189a933e5849daa9",
			        "com.amazonaws.ecs.task-definition-family": "curltest",
			        "com.amazonaws.ecs.task-definition-version": "2",
			        "note": "says \\"com.amazonaws.ecs.cluster\\": \\"other\\""
			    },
			    "DesiredStatus": "RUNNING",
			    "Networks": [{"NetworkMode": "awsvpc", "IPv4Addresses": ["192.0.2.3"]}]
			}""";

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private final AtomicInteger failures = new AtomicInteger();

	private volatile CountDownLatch open = new CountDownLatch(0);

	private final LoopbackHttpServer http;

	private PlatformServer(Function<HttpRequest, HttpResponse> answer) {
		this.http = new LoopbackHttpServer(0, (request) -> {
			this.requests.add(request.method() + " " + request.path());
			if (this.failures.getAndUpdate((left) -> Math.max(0, left - 1)) > 0) {
				return response(503, "");
			}
			CountDownLatch latch = this.open;
			HttpResponse response = answer.apply(request);
			return (Reply) (connection) -> {
				latch.await();
				response.writeTo(connection);
			};
		});
		this.http.start();
	}

	/**
	 * Starts an instance metadata service that takes version 2 of its protocol alone.
	 * @return the server
	 */
	public static PlatformServer ec2() {
		return new PlatformServer((request) -> {
			if (request.path().equals("/latest/api/token")) {
				boolean complete = request.method().equals("PUT")
						&& request.header("x-aws-ec2-metadata-token-ttl-seconds") != null;
				return complete ? response(200, TOKEN) : response(400, "");
			}
			if (!TOKEN.equals(request.header("x-aws-ec2-metadata-token"))) {
				return response(401, "");
			}
			return request.path().equals("/latest/dynamic/instance-identity/document")
					? response(200, IDENTITY_DOCUMENT) : response(404, "");
		});
	}

	/**
	 * Starts a task metadata endpoint, version 4.
	 * @return the server
	 */
	public static PlatformServer ecs() {
		return new PlatformServer((request) -> request.path().equals("/v4/container-1") ? response(200, CONTAINER)
				: response(404, "Not Found"));
	}

	/**
	 * Starts a server that has none of it.
	 * @return the server
	 */
	public static PlatformServer without() {
		return new PlatformServer((request) -> response(404, "Not Found"));
	}

	private static HttpResponse response(int status, String body) {
		return new HttpResponse(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Answers the next calls with a failure.
	 * @param calls how many
	 * @return this server
	 */
	public PlatformServer failing(int calls) {
		this.failures.set(calls);
		return this;
	}

	/**
	 * Answers no call any more until {@link #goOn()}.
	 * @return this server
	 */
	public PlatformServer hanging() {
		this.open = new CountDownLatch(1);
		return this;
	}

	/**
	 * Answers what hangs.
	 */
	public void goOn() {
		this.open.countDown();
	}

	/**
	 * Returns its address.
	 * @return the address, with the path of a task's container
	 */
	public URI uri() {
		return URI.create("http://127.0.0.1:" + this.http.port() + "/v4/container-1");
	}

	/**
	 * Returns what it was asked.
	 * @return methods and paths
	 */
	public List<String> requests() {
		return List.copyOf(this.requests);
	}

	@Override
	public void close() {
		this.http.close();
	}

}
