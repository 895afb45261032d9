package io.github.cloudwatchlogging.sample.orders;

import java.time.OffsetDateTime;

/**
 * An order that was taken.
 *
 * @param id its number
 * @param customer who ordered
 * @param item what was ordered
 * @param quantity how many of it
 * @param status how far it is
 * @param placedAt when it was taken
 */
public record Order(long id, String customer, String item, int quantity, OrderStatus status, OffsetDateTime placedAt) {

}
