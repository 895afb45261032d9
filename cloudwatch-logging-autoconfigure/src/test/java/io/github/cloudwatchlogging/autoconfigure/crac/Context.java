package io.github.cloudwatchlogging.autoconfigure.crac;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The resources, the last registered first.
 *
 * @param <R> their type
 */
public final class Context<R extends Resource> {

	private final Deque<R> resources = new ArrayDeque<>();

	public void register(R resource) {
		this.resources.addFirst(resource);
	}

	void beforeCheckpoint() throws Exception {
		for (R resource : this.resources) {
			resource.beforeCheckpoint(this);
		}
	}

	void afterRestore() throws Exception {
		for (R resource : this.resources) {
			resource.afterRestore(this);
		}
	}

}
