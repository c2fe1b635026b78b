export interface paths {
    "/v1/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest applications, newest first */
        get: operations["listApplications"];
        put?: never;
        /**
         * Start an application for a line
         * @description The line is PENDING from now on. Give the capture link to the applicant: it opens one session, once. With an `Idempotency-Key`, the same request within 24 hours gives the same answer.
         */
        post: operations["createApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One application and its decision
         * @description For the operator that started it, and for the applicant's own session.
         */
        get: operations["getApplication"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{id}/attended-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose the check by a person
         * @description Possible until the submission, without consent and without any picture, and after a refusal that is about the face. Whatever was sent is erased at once.
         */
        post: operations["requestAttendedCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{id}/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Agree to the face comparison
         * @description Comes before any picture. Agreeing again changes nothing.
         */
        post: operations["giveConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{id}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the picture of the document, and its fields
         * @description May be repeated until the submission; the last one counts.
         */
        post: operations["sendDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{id}/selfie": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the selfie
         * @description May be repeated until the submission; the last one counts.
         */
        post: operations["sendSelfie"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{id}/selfie/assessment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Would this frame do as a selfie?
         * @description For a live guide. Nothing is stored and nothing is compared.
         */
        post: operations["assessSelfie"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for the decision
         * @description Accepted for good: it will be decided even when the server stops in between. Ask for the application until its state is no longer SUBMITTED.
         */
        post: operations["submitApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/capture-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Trade a capture link for a session
         * @description A link opens one session, once. The session ends when it is not used for 30 minutes.
         */
        post: operations["openCaptureSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/consent-texts/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The consent text to be read now
         * @description Plain words: what the pictures are used for, what is kept and how long, and the way without a face scan. Its version goes into the consent.
         */
        get: operations["currentConsentText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The demo's operator and its made-up applicants */
        get: operations["getDemo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/demo/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start an application for a made-up line */
        post: operations["createDemoApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/demo/samples/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A sample picture */
        get: operations["getDemoSample"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The operator's lines, the last changed first */
        get: operations["listLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lines/{line}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One line of the operator */
        get: operations["getLine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The operator's endpoints, the oldest first */
        get: operations["listWebhookEndpoints"];
        put?: never;
        /**
         * Ask to be told of events
         * @description The answer holds the secret that signatures are checked with. It is shown only here.
         */
        post: operations["createWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Ask not to be told any more
         * @description What was not delivered yet is not delivered any more, and the list of deliveries is gone.
         */
        delete: operations["deleteWebhookEndpoint"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was sent to an endpoint, the newest first, with every attempt */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description One request for one line. It shows no names, no document numbers and no pictures. */
        Application: {
            attendedCheck: components["schemas"]["AttendedCheck"] | null;
            consent: components["schemas"]["ConsentGiven"] | null;
            /** Format: date-time */
            createdAt: string;
            decision: components["schemas"]["Decision"] | null;
            /** @description Null until it is received, and again when it is erased */
            document: components["schemas"]["ReceivedPicture"] | null;
            /** Format: uuid */
            id: string;
            /**
             * @description In its normal form
             * @example +8613800138000
             */
            line: string;
            /**
             * @description The applicant's language
             * @enum {string}
             */
            locale: "en" | "zh-CN";
            /** @description Null until it is received, and again when it is erased */
            selfie: components["schemas"]["ReceivedPicture"] | null;
            /** @enum {string} */
            service: "MOBILE" | "FIXED" | "INTERNET";
            /** @enum {string} */
            state: "CREATED" | "CONSENTED" | "SUBMITTED" | "VERIFIED" | "REFUSED" | "REVIEW" | "EXPIRED";
            /** Format: date-time */
            updatedAt: string;
        };
        ApplicationList: {
            applications: components["schemas"]["Application"][];
        };
        AttendedCheck: {
            /** Format: date-time */
            requestedAt: string;
        };
        /** @description The address to give to the applicant. It opens one session, once. */
        CaptureLink: {
            /** Format: date-time */
            expiresAt: string;
            /**
             * Format: uri
             * @example https://lines.example.com/apply/0198c0de-0000-7000-8000-000000000001#Zk3...
             */
            url: string;
        };
        CaptureSession: {
            /** Format: uuid */
            applicationId: string;
            /**
             * Format: date-time
             * @description When it ends unless it is used
             */
            expiresAt: string;
            /** @description Bearer token for this application, shown once */
            sessionToken: string;
        };
        CaptureToken: {
            /** @description What stands behind the # of the capture link */
            token: string;
        };
        ConsentAnswer: {
            /**
             * @description Whoever does not accept asks for an attended check instead
             * @enum {boolean}
             */
            accepted: "true";
            /** @enum {string} */
            locale: "en" | "zh-CN";
            /**
             * @description The version of the text that was read
             * @example 1-0f3a9c52
             */
            textVersion: string;
        };
        ConsentGiven: {
            /** Format: date-time */
            givenAt: string;
            textVersion: string;
        };
        ConsentText: {
            alternative: string;
            /** @enum {string} */
            locale: "en" | "zh-CN";
            paragraphs: string[];
            purposes: string[];
            title: string;
            /** @example 1-0f3a9c52 */
            version: string;
        };
        CreatedApplication: {
            captureLink: components["schemas"]["CaptureLink"];
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            /** @example +8613800138000 */
            line: string;
            /** @enum {string} */
            locale: "en" | "zh-CN";
            /** @enum {string} */
            service: "MOBILE" | "FIXED" | "INTERNET";
            /** @enum {string} */
            state: "CREATED";
        };
        CreatedWebhookEndpoint: {
            /** Format: date-time */
            createdAt: string;
            description: string | null;
            /**
             * @example [
             *       "line.activated"
             *     ]
             */
            eventTypes: string[];
            /** Format: uuid */
            id: string;
            /** @description whsec_ and the base64 of the key for HMAC-SHA256; keep it, it is not shown again */
            secret: string;
            url: string;
        };
        Decision: {
            /** Format: date-time */
            decidedAt: string;
            /**
             * Format: date-time
             * @description When pictures and typed fields were erased; null while a review keeps them, or when there were none
             */
            imagesErasedAt: string | null;
            /** @enum {string} */
            outcome: "VERIFIED" | "REFUSED" | "REVIEW";
            /** @description Empty when verified */
            reasons: components["schemas"]["Reason"][];
        };
        Demo: {
            operator: components["schemas"]["DemoOperator"];
            samples: components["schemas"]["Sample"][];
        };
        DemoOperator: {
            apiKey: string;
            name: string;
        };
        /** @description What is printed in the document. Kept encrypted, and erased with the decision. */
        DocumentFields: {
            /**
             * Format: date
             * @example 1990-05-17
             */
            birthDate: string;
            /** @example E12345678 */
            documentNumber: string;
            /**
             * Format: date
             * @description Absent when the document does not expire
             * @example 2031-08-31
             */
            expiryDate?: string | null;
            /** @example 王 */
            familyName: string;
            /** @example 小明 */
            givenNames: string;
        };
        DocumentUpload: {
            fields: components["schemas"]["DocumentFields"];
            /**
             * Format: binary
             * @description JPEG, PNG or WebP, at most 10 MB
             */
            image: string;
        };
        /** @description Fractions of the upright picture, origin at the upper left; may reach over the edge */
        FaceBox: {
            /** Format: double */
            height: number;
            /** Format: double */
            width: number;
            /** Format: double */
            x: number;
            /** Format: double */
            y: number;
        };
        /** @description How the face is lit, each 0 to 1 */
        FaceExposure: {
            /** Format: double */
            brightShare: number;
            /** Format: double */
            brightness: number;
            /** Format: double */
            darkShare: number;
        };
        /** @description Where the head points, in degrees */
        FacePose: {
            /** Format: double */
            pitch: number;
            /** Format: double */
            roll: number;
            /** Format: double */
            yaw: number;
        };
        /** @description What was measured of the face in a picture; nothing that could recognise the person */
        FaceReport: {
            box: components["schemas"]["FaceBox"];
            exposure: components["schemas"]["FaceExposure"];
            /**
             * Format: double
             * @description Pixels between the centres of the eyes
             */
            eyeDistancePixels: number;
            /** @description What would make a better picture, most important first */
            hints: components["schemas"]["Hint"][];
            /**
             * Format: int32
             * @description Pixels, of the upright picture
             */
            imageHeight: number;
            /**
             * Format: int32
             * @description Pixels, of the upright picture
             */
            imageWidth: number;
            pose: components["schemas"]["FacePose"];
            /**
             * Format: double
             * @description 0 (no detail) to 1 (crisp)
             */
            sharpness: number;
        };
        Hint: {
            /** @example come-closer */
            code: string;
            /** @example Come closer. */
            message: string;
        };
        /** @description A line as it stands */
        Line: {
            /**
             * Format: uuid
             * @description The application that made it active; while it is pending, the one that asked for it last
             */
            applicationId: string;
            /**
             * @description An E.164 number or a network access identifier (RFC 7542)
             * @example +8613800138000
             */
            line: string;
            /** @enum {string} */
            service: "MOBILE" | "FIXED" | "INTERNET";
            /**
             * Format: date-time
             * @description When it came into that status
             */
            since: string;
            /**
             * @description PENDING until an application for it is verified, then ACTIVE: it may be switched on
             * @enum {string}
             */
            status: "PENDING" | "ACTIVE";
        };
        Lines: {
            lines: components["schemas"]["Line"][];
        };
        NewApplication: {
            /**
             * @description A number in international form (E.164), or for INTERNET an account `user@realm` (RFC 7542)
             * @example +8613800138000
             */
            line: string;
            /**
             * @description The applicant's language
             * @enum {string}
             */
            locale: "en" | "zh-CN";
            /** @enum {string} */
            service: "MOBILE" | "FIXED" | "INTERNET";
        };
        NewDemoApplication: {
            /** @enum {string} */
            locale: "en" | "zh-CN";
            /** @enum {string} */
            service: "MOBILE" | "FIXED" | "INTERNET";
        };
        NewWebhookEndpoint: {
            /** @description For the operator's own use, at most 200 characters */
            description?: string | null;
            /**
             * @description Which events to send: application.verified, application.refused, application.review-requested, line.activated. All of them where it is left out
             * @example [
             *       "line.activated"
             *     ]
             */
            eventTypes?: string[] | null;
            /**
             * @description An http or https URL of at most 2,048 characters, without user and password
             * @example https://switch.example.net/namesake
             */
            url: string | null;
        };
        PictureUpload: {
            /**
             * Format: binary
             * @description JPEG, PNG or WebP, at most 10 MB
             */
            image: string;
        };
        /** @description RFC 9457 problem details */
        Problem: {
            /**
             * @description The same as the end of `type`
             * @enum {string}
             */
            code: "already-submitted" | "application-incomplete" | "application-unknown" | "attended-check-not-possible" | "busy" | "capture-link-expired" | "capture-link-unknown" | "capture-link-used" | "consent-required" | "consent-text-outdated" | "face-too-small" | "idempotency-key-reused" | "image-damaged" | "image-too-large" | "image-too-small" | "internal-error" | "line-invalid" | "line-taken" | "line-unknown" | "media-type-not-acceptable" | "media-type-unsupported" | "method-not-allowed" | "no-face" | "not-allowed" | "not-an-image" | "not-authenticated" | "not-found" | "request-invalid" | "request-too-large" | "several-faces" | "too-many-pixels" | "unsupported-format" | "webhook-endpoint-invalid" | "webhook-endpoint-unknown";
            /** @description What is wrong in this very request, where more can be said */
            detail?: string;
            /** @description What to do about it, in plain words */
            nextStep: string;
            /** @description The HTTP status */
            status: number;
            /** @description What kind of problem it is, in the language of the Accept-Language header */
            title: string;
            /** @description `/problems/<code>`, relative to this server */
            type: string;
        };
        ProblemDetail: {
            detail: string;
            /** Format: uri */
            instance: string;
            properties: {
                [key: string]: unknown;
            };
            /** Format: int32 */
            status: number;
            title: string;
            /** Format: uri */
            type: string;
        };
        /** @description Why an application was not verified, in plain words */
        Reason: {
            /** @example FACE_DOES_NOT_MATCH */
            code: string;
            explanation: string;
            nextStep: string;
            title: string;
        };
        ReceivedPicture: {
            face: components["schemas"]["FaceReport"];
            /** Format: date-time */
            receivedAt: string;
        };
        /** @description A made-up applicant with pictures of a real one */
        Sample: {
            documentUrl: string;
            fields: components["schemas"]["SampleFields"];
            id: string;
            label: string;
            selfieUrl: string;
        };
        SampleFields: {
            /** Format: date */
            birthDate: string;
            documentNumber: string;
            /** Format: date */
            expiryDate: string;
            familyName: string;
            givenNames: string;
        };
        /** @description Whether a frame would do as a selfie. Nothing of it was kept. */
        SelfieAssessment: {
            /**
             * @description Null when usable, else what is wrong
             * @example no-face
             */
            code: string | null;
            face: components["schemas"]["FaceReport"] | null;
            hints: components["schemas"]["Hint"][];
            usable: boolean;
        };
        WebhookAttempt: {
            /** Format: date-time */
            at: string;
            /** Format: int64 */
            durationMillis: number;
            /**
             * @description Why no answer came; null when one came
             * @enum {string|null}
             */
            error: "host-unknown" | "connection-failed" | "tls-failed" | "timeout" | "broken-response" | "not-sent" | null;
            /**
             * Format: int32
             * @description Null when no answer came
             */
            httpStatus: number | null;
        };
        WebhookDeliveries: {
            deliveries: components["schemas"]["WebhookDelivery"][];
        };
        WebhookDelivery: {
            attempts: components["schemas"]["WebhookAttempt"][];
            /** @description The webhook-id header, the same in every attempt */
            eventId: string;
            /**
             * Format: date-time
             * @description Null when there will be no other attempt
             */
            nextAttemptAt: string | null;
            /**
             * @description GIVEN_UP after the last of the scheduled attempts, or when the endpoint answered 410 Gone
             * @enum {string}
             */
            status: "PENDING" | "DELIVERED" | "GIVEN_UP";
            /** @example line.activated */
            type: string;
        };
        WebhookEndpoint: {
            /** Format: date-time */
            createdAt: string;
            description: string | null;
            /**
             * Format: date-time
             * @description When it answered 410 Gone, since when nothing is sent to it; null while it is in use
             */
            disabledAt: string | null;
            /**
             * @example [
             *       "line.activated"
             *     ]
             */
            eventTypes: string[];
            /** Format: uuid */
            id: string;
            url: string;
        };
        WebhookEndpoints: {
            endpoints: components["schemas"]["WebhookEndpoint"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listApplications: {
        parameters: {
            query?: {
                /** @description 1 to 200 */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationList"];
                };
            };
            /** @description A problem: its `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createApplication: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters
                 * @example order-4711
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewApplication"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedApplication"];
                };
            };
            /** @description A problem: its `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description A problem: its `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestAttendedCheck: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description A problem: its `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    giveConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentAnswer"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description A problem: its `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["DocumentUpload"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description A problem: its `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendSelfie: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["PictureUpload"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description A problem: its `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assessSelfie: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["PictureUpload"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SelfieAssessment"];
                };
            };
            /** @description A problem: its `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submitApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description A problem: its `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openCaptureSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaptureToken"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaptureSession"];
                };
            };
            /** @description A problem: its `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    currentConsentText: {
        parameters: {
            query: {
                /**
                 * @description `en` or `zh-CN`
                 * @example zh-CN
                 */
                locale: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentText"];
                };
            };
            /** @description A problem: its `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDemo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Demo"];
                };
            };
            /** @description A problem: its `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDemoApplication: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDemoApplication"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedApplication"];
                };
            };
            /** @description A problem: its `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDemoSample: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                };
            };
            /** @description A problem: its `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLines: {
        parameters: {
            query?: {
                /** @description Answer with at most so many, 1 to 200 */
                limit?: number;
                /**
                 * @description Only the line of this name. For names that do not go into a path, such as a/b@realm.example
                 * @example +8613800138000
                 */
                line?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lines"];
                };
            };
            /** @description A problem: its `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description An E.164 number or a network access identifier, percent-encoded
                 * @example +8613800138000
                 */
                line: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The line as it stands */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Line"];
                };
            };
            /** @description line-unknown: nobody has asked this operator for such a line */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description A problem: its `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookEndpoints: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoints"];
                };
            };
            /** @description A problem: its `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWebhookEndpoint"];
            };
        };
        responses: {
            /** @description From now on events are sent there */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedWebhookEndpoint"];
                };
            };
            /** @description webhook-endpoint-invalid: the URL or an event type cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description A problem: its `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing more is sent there */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description webhook-endpoint-unknown */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description A problem: its `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description Answer with at most so many, 1 to 200 */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint's deliveries */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveries"];
                };
            };
            /** @description webhook-endpoint-unknown */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description A problem: its `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
