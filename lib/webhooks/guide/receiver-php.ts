/** A whole receiver with nothing but PHP. */
export const RECEIVER_PHP = String.raw`<?php
// php -S 127.0.0.1:4000 receiver.php

/** The event, if it is signed by this secret and at most 5 minutes old. */
function verify_webhook(string $rawBody, array $server, string $secret): array
{
    if (!str_starts_with($secret, 'whsec_')) {
        throw new RuntimeException('The signing secret is missing');
    }
    $id = $server['HTTP_WEBHOOK_ID'] ?? '';
    $timestamp = $server['HTTP_WEBHOOK_TIMESTAMP'] ?? '';
    if (!preg_match('/^[0-9]+$/D', $timestamp) || abs(time() - (int) $timestamp) > 300) {
        throw new RuntimeException('Too old, or from the future');
    }

    $key = base64_decode(substr($secret, strlen('whsec_')));
    $hmac = hash_hmac('sha256', $id . '.' . $timestamp . '.' . $rawBody, $key, true);
    $expected = 'v1,' . base64_encode($hmac);
    // Several while a secret is being replaced: one that matches is enough.
    $isOurs = false;
    foreach (explode(' ', $server['HTTP_WEBHOOK_SIGNATURE'] ?? '') as $given) {
        $isOurs = hash_equals($expected, $given) || $isOurs;
    }
    if ($id === '' || !$isOurs) {
        throw new RuntimeException('Not signed by this secret');
    }
    return json_decode($rawBody, true, 512, JSON_THROW_ON_ERROR);
}

try {
    $rawBody = file_get_contents('php://input');
    $event = verify_webhook($rawBody, $_SERVER, (string) getenv('STARWIRE_SECRET'));
    http_response_code(204); // confirm at once; leave long work to a queue
    error_log($event['type'] . ' ' . $event['id']);
} catch (RuntimeException $refusal) {
    http_response_code(401);
}
`;
